import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SOURCE } from '@junkan/words/languages.ts';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { ahead } from './ahead.mjs';
import { bundles } from './bundles.mjs';
import { inlineRuntime } from './inline-runtime.mjs';
import { named } from './named.mjs';
import { printed } from './printed.mjs';
import { searches } from './routes.mjs';
import { translationsOf } from './translations.mjs';

// One build for each language: what is loaded holds no words of others.
export default defineConfig(() => {
  const locale = process.env['JUNKAN_WEB_LOCALE'] ?? 'en';
  const fonts = [locale, 'latin'].map((name) => fileURLToPath(new URL(`src/fonts/${name}.css`, import.meta.url))).find(existsSync) ?? '';
  const source = (path: string): string => fileURLToPath(new URL(`src/${path}`, import.meta.url));
  const words = (path: string): string => fileURLToPath(new URL(`../words/gen/${path}`, import.meta.url));
  return {
    // Latin letters come with the styles.
    define: { 'import.meta.env.JUNKAN_OWN_LETTERS': JSON.stringify(!fonts.endsWith('/latin.css')) },
    plugins: [
      searches(),
      named(),
      react(),
      inlineRuntime(),
      ahead(),
      translationsOf(locale),
      printed(locale === SOURCE),
      { name: 'language', transformIndexHtml: (html) => html.replace('<html lang="en">', `<html lang="${locale}">`) },
    ],
    resolve: {
      alias: [
        { find: '#fonts', replacement: fonts },
        // By the names that the two libraries of workbooks import them by.
        { find: '../zip/zipToArrayBuffer.js', replacement: source('exports/zipped.ts') },
        { find: '../zip/unzipFromArrayBuffer.js', replacement: source('imports/unzipped.ts') },
        // React itself provides what this shim brings to its older versions.
        { find: 'use-sync-external-store/shim/with-selector', replacement: 'use-sync-external-store/with-selector' },
        { find: /^#messages$/, replacement: words(`${locale}.js`) },
        { find: /^#messages\/(.+)$/, replacement: words(`$1/${locale}.js`) },
      ],
    },
    build: {
      outDir: `dist/${locale}`,
      emptyOutDir: true,
      target: 'es2023',
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      assetsInlineLimit: 0,
      rolldownOptions: {
        // Of a screen whose search alone is asked for, nothing else is done when it is loaded.
        treeshake: { manualPureFunctions: ['getRouteApi', 'lazy', 'queryOptions'], propertyReadSideEffects: false },
        output: { codeSplitting: bundles },
      },
    },
  };
});
