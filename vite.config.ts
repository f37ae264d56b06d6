import { defineConfig } from 'vite'

/** The desk's pages: built once, served from the package. */
export default defineConfig({
  root: 'src/desk/app',
  // Nothing inline: the desk's content security policy refuses it.
  build: {
    outDir: '../../../dist/desk/app',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
})
