/** Why a report may be the same as another one; never a word of whoever reported it. */
export const similarWords = {
  words: '说的事很像',
  picture: '有同一张照片',
  both: '说的事很像，还有同一张照片',
}
