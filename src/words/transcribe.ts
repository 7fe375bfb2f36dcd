/** What whoever writes down a recording reads. */

export const transcribeWords = {
  title: '录音',
  hint: '先听，再照她说的写。别的人就能看，也能查。',
  open: '写成文字',
  again: '改文字',
  sheet: {
    title: '把录音写成文字',
    text: '录音会一直留着，写错了可以再改。',
    label: '她说的话',
    hint: '照原话写；听不清的地方写「听不清」。她不让人知道的，不写名字和电话。',
    missing: '还没有写。听一遍，写下她说的话。',
    send: '存下文字',
    told: '录音写成文字了。',
  },
}
