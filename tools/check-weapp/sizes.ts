import { readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'

export type Package = { name: string; bytes: number; files: { name: string; bytes: number }[] }

// What WeChat takes along; a licence text or a source map stays at home.
const taken = new Set(
  [
    'js',
    'json',
    'wxml',
    'wxss',
    'wxs',
    'svg',
    'png',
    'jpg',
    'jpeg',
    'gif',
    'cer',
    'mp3',
    'aac',
    'm4a',
    'mp4',
    'wav',
  ].map((ending) => `.${ending}`),
)
const left = new Set(['project.config.json', 'project.private.config.json'])

/** The packages of a build as WeChat cuts them, by app.json's subPackages; the main package comes first. */
export function packagesIn(root: string): Package[] {
  const { subPackages = [] } = JSON.parse(readFileSync(join(root, 'app.json'), 'utf8')) as {
    subPackages?: { root: string }[]
  }
  const folders = subPackages.map((each) => each.root.replace(/\/?$/, '/'))
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => taken.has(extname(name)) && !left.has(name))
    .map((name) => ({ name, bytes: statSync(join(root, name)).size }))
  return ['', ...folders].map((folder) => {
    const own = files.filter(({ name }) =>
      folder ? name.startsWith(folder) : !folders.some((other) => name.startsWith(other)),
    )
    return {
      name: folder.replace(/\/$/, '') || 'main',
      bytes: own.reduce((sum, { bytes }) => sum + bytes, 0),
      files: own.sort((a, b) => b.bytes - a.bytes),
    }
  })
}
