import type { Plugin } from 'esbuild'

/**
 * Parts of the platform's SDK that our functions never or seldom touch: answers of the object store's errors, tickets for
 * sign-ins of other kinds, data models, language models. The SDK loads them all at its first line; here each sleeps
 * until a property of it is asked for. `module`: what TypeScript's import helpers are to take it for.
 */
const seldom: { path: RegExp; module: boolean }[] = [
  { path: /^@cloudbase\/wx-cloud-client-sdk$/, module: true },
  { path: /^jsonwebtoken$/, module: false },
  { path: /^xml2js$/, module: false },
  { path: /^axios$/, module: false },
  { path: /^\.\/ai$/, module: true },
]

const ofTheSdk = /node_modules[\\/]@cloudbase[\\/]node-sdk[\\/]/

export const sleeping: Plugin = {
  name: 'sleeping',
  setup(build) {
    for (const { path, module } of seldom) {
      build.onResolve({ filter: path }, ({ path: name, importer, resolveDir, namespace }) =>
        ofTheSdk.test(importer) && namespace === 'file'
          ? { path: name, namespace: 'sleeping', pluginData: { resolveDir, module } }
          : undefined,
      )
    }
    build.onLoad({ filter: /.*/, namespace: 'sleeping' }, ({ path, pluginData: { resolveDir, module } }) => ({
      resolveDir,
      contents: `
        const real = () => require(${JSON.stringify(path)})
        module.exports = new Proxy(() => {}, {
          get: (_, key) => (key === '__esModule' ? ${module} : real()[key]),
          apply: (_, self, values) => Reflect.apply(real(), self, values),
        })`,
    }))
  },
}
