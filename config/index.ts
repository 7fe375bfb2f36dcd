import { existsSync } from 'node:fs'
import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import type { Compilation, Module } from 'webpack'
import dev from './dev'
import prod from './prod'

const root = path.resolve(__dirname, '..')

// Sizes are dp and stay px in both builds: elder mode changes variables, so nothing may be scaled behind its back.
const pxStays = { pxtransform: { enable: false } }

// A file that only names others, or a part that isn't used, is left out; what stands in html/ is put in by its styles too.
const pure = /src[\\/](ui(?![\\/]html)|words|domain|contract)[\\/].*\.tsx?$/

type Graph = Compilation['chunkGraph']
const fileOf = (module: Module) => module.nameForCondition() ?? ''
/** Whether the first page uses this module of ours; the page itself stays by itself. */
const isOfFirstPage = (module: Module, { chunkGraph }: { chunkGraph: Graph }) =>
  /src[\\/](?!pages[\\/]home)|jsx-runtime/.test(fileOf(module)) &&
  chunkGraph
    .getModuleChunks(module)
    .some((chunk) =>
      chunkGraph.getChunkModules(chunk).some((each) => /pages[\\/]home[\\/]index\.tsx$/.test(fileOf(each))),
    )

export default defineConfig<'webpack5'>(async (merge, { mode }) => {
  const base: UserConfigExport<'webpack5'> = {
    projectName: 'eight-minute-law-circle',
    date: '2026-11-22',
    designWidth: 375,
    deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
    sourceRoot: 'src',
    outputRoot: `dist/${process.env.TARO_ENV}`,
    plugins: ['offline', 'aria', 'lean'].map((name) => path.resolve(__dirname, `plugins/${name}.ts`)),
    alias: { '@': path.resolve(root, 'src') },
    framework: 'react',
    // A mini-program for a county's own server is built with its address; a browser asks where its page came from.
    env: {
      API_URL: JSON.stringify((process.env.TARO_ENV === 'weapp' && process.env.API_URL) || ''),
      // WeChat lets a mini-program ask for a place only once it has been granted that; then it is built with PIN=on.
      PIN: JSON.stringify(process.env.PIN === 'on' ? 'on' : ''),
    },
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: false },
    // A package's size counts as it lies there: a Chinese character is three bytes, written as an escape it is six.
    ...(process.env.TARO_ENV === 'weapp' && {
      terser: { enable: true, config: { output: { ascii_only: false } } },
    }),
    copy: {
      patterns:
        process.env.TARO_ENV === 'weapp'
          ? ['sitemap.json', 'theme.json'].map((name) => ({ from: `src/${name}`, to: `dist/weapp/${name}` }))
          : // What the bureau's people recorded, where a county has any: `npm run language -- prompts`.
            existsSync('prompts')
            ? [{ from: 'prompts', to: 'dist/h5/prompts' }]
            : [],
      options: {},
    },
    mini: {
      optimizeMainPackage: { enable: true },
      postcss: pxStays,
      // src/ui/index.ts names every part: without this all of them would lie in the main package, also a desk's own.
      webpackChain(chain) {
        chain.module.rule('parts').test(pure).set('sideEffects', false)
      },
    },
    h5: {
      publicPath: './',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      // The content's hash in the name: an old phone loads again only what changed.
      output: {
        clean: true,
        filename: 'js/[name].[contenthash:8].js',
        chunkFilename: 'chunk/[name].[contenthash:8].js',
      },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      postcss: { ...pxStays, autoprefixer: { enable: true, config: {} } },
      // Real <button>, <input> and <div> in the browser: keyboard, focus and screen readers for nothing, and no Stencil.
      // What the first page needs is one shared file, the other components are a second, beside each page's own.
      webpackChain(chain) {
        chain.module.rule('parts').test(pure).set('sideEffects', false)
        chain.optimization.splitChunks({
          chunks: 'all',
          cacheGroups: {
            default: false,
            first: { name: 'first', test: isOfFirstPage, chunks: 'async', enforce: true, priority: 1 },
            ui: { name: 'ui', test: /src[\\/]ui[\\/]/, chunks: 'async', enforce: true },
            vendors: { name: 'vendors', test: /[\\/]node_modules[\\/]/, chunks: 'initial' },
          },
        })
        chain.resolve.alias.set('@tarojs/components$', path.resolve(root, 'src/ui/html/index.ts'))
        // Taro brings a framework of its own for pulling down, which no page of the web build turns on, and a font of
        // icons for components that aren't used here: a sixth of the first load.
        chain.plugin('mainPlugin').tap(([options]) => {
          const { loaderMeta } = options
          for (const key of ['extraImportForWeb', 'execBeforeCreateWebApp'])
            loaderMeta[key] = loaderMeta[key].replace(/.*PullToRefresh.*\n/g, '')
          return [options]
        })
        const fonts = '@tarojs/components/dist/taro-components/taro-components.css'
        chain.resolve.alias.set(fonts, require.resolve('@tarojs/components/global.css'))
      },
    },
  }
  return merge({}, base, mode === 'development' ? dev : prod)
})
