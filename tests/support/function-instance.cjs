// One instance of a cloud function, in a process of its own: loads the bundle and calls it as it is told to. Plain
// JavaScript, since nothing but the bundle may be loaded here.
const [, , bundle, now] = process.argv

// The machine's clock stands where the test wants it, and runs on from there.
if (now) {
  const real = Date
  const offset = real.parse(now) - real.now()
  globalThis.Date = class extends real {
    constructor(...given) {
      if (given.length === 0) super(real.now() + offset)
      else super(...given)
    }
    static now() {
      return real.now() + offset
    }
  }
}

const { main } = require(bundle)

process.on('message', async ({ id, event, context, injected }) => {
  // Where an instance serves one call at a time, the platform writes the caller into the environment as well, and
  // nobody takes her out again.
  Object.assign(process.env, injected)
  const answer = await main(event, context).then(
    (reply) => ({ id, reply }),
    (error) => ({ id, error: String(error) }),
  )
  // Answers and lines go by different pipes: whoever reads the answer shall have the lines before it.
  console.log(`${id} is answered`)
  console.error(`${id} is answered`)
  process.send(answer)
})
process.send('ready')
