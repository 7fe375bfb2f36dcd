import { existsSync } from 'node:fs'

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The browser for the browser tests: `CHROMIUM`, or where systems usually put one. */
export function chromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  return [env.CHROMIUM, ...usualPlaces].find((path) => path && existsSync(path))
}

export const howToInstall = [
  'The browser tests need Chromium and a Chinese font.',
  '  Debian, Ubuntu: sudo apt-get install -y chromium fonts-noto-cjk',
  '  elsewhere: install Chrome or Chromium and set CHROMIUM to its path',
].join('\n')
