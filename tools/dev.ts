import { run, tools } from './run'

// The server starts again when its sources change; the pages are rebuilt into dist/h5, from where it serves them.
const [node, tsx] = tools.tsx
const [, taro] = tools.taro

void Promise.all([
  run(node, [tsx, 'watch', 'cloudfunctions/server/main.ts']),
  run(node, [taro, 'build', '--type', 'h5', '--watch'], { env: { ...process.env, NODE_ENV: 'development' } }),
]).then((codes) => process.exit(Math.max(...codes)))
