/** A page that is read aloud by the phone's own voice. */
export const readAloudWords = {
  read: '读给我听',
  stop: '停下',
  trouble: '这部手机读不出来。可以请身边的人念，或者打电话问。',
}
