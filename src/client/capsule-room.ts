/** What the place on the phone is called in which the files of unsent forms lie: a folder, or a browser's database. */
export const CAPSULE_ROOM = 'capsules'
