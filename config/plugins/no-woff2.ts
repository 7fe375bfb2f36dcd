import type { Plugin } from 'esbuild'

/** The font of papers is TrueType: what unpacks a WOFF2, half a megabyte of dictionary, stays out of a function's code. */
export const noWoff2: Plugin = {
  name: 'no-woff2',
  setup(build) {
    build.onResolve({ filter: /^brotli\/decompress/ }, ({ path }) => ({ path, namespace: 'no-woff2' }))
    build.onLoad({ filter: /.*/, namespace: 'no-woff2' }, () => ({
      contents: "module.exports = () => { throw new Error('a WOFF2 font is not read here') }",
    }))
  },
}
