import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// One build for each language: what is loaded holds no words of others.
export default defineConfig(() => {
  const locale = process.env['JUNKAN_WEB_LOCALE'] ?? 'en';
  const fonts = [locale, 'latin'].map((name) => fileURLToPath(new URL(`src/fonts/${name}.css`, import.meta.url))).find(existsSync) ?? '';
  const source = (path: string): string => fileURLToPath(new URL(`src/${path}`, import.meta.url));
  const gen = (path: string): string => fileURLToPath(new URL(`gen/${path}`, import.meta.url));
  return {
    // Latin letters come with the styles.
    define: { 'import.meta.env.JUNKAN_OWN_LETTERS': JSON.stringify(!fonts.endsWith('/latin.css')) },
    plugins: [react(), { name: 'language', transformIndexHtml: (html) => html.replace('<html lang="en">', `<html lang="${locale}">`) }],
    resolve: {
      alias: [
        { find: '#fonts', replacement: fonts },
        // By the names that the two libraries of workbooks import them by.
        { find: '../zip/zipToArrayBuffer.js', replacement: source('exports/zipped.ts') },
        { find: '../zip/unzipFromArrayBuffer.js', replacement: source('imports/unzipped.ts') },
        { find: /^#messages$/, replacement: gen(`${locale}.js`) },
        { find: /^#messages\/(.+)$/, replacement: gen(`$1/${locale}.js`) },
      ],
    },
    build: {
      outDir: `dist/${locale}`,
      emptyOutDir: true,
      target: 'es2023',
      reportCompressedSize: false,
      assetsInlineLimit: 0,
      // What several screens are made of is one file, so that a first view asks for few.
      rolldownOptions: {
        output: {
          codeSplitting: {
            includeDependenciesRecursively: false,
            groups: [
              {
                name: 'base',
                test: /\/node_modules\/(?!.*(papaparse|(write|read)-excel-file|fflate|saxen|fastest-levenshtein|d3-|internmap))|\/gen\/(?!forms)[\w-]+\.js$|\/gen\/statuses\/|\/client\/|\/src\/parts\/(?!Ahead|countries|facts)|\/src\/searches\/Keep\.|\/src\/api\/(client|keys|session|problems|kept|items|lists)\./,
              },
              {
                name: 'acts',
                test: /\/src\/acts\/(Acts|Refusal|Words|words|PaymentPart|Done|Newer|Refused)\.|\/parts\/facts\.|\/gen\/(acts|forms)\//,
              },
              {
                name: 'lists',
                test: /\/src\/exports\/(Export\.|[\w-]*(columns|rows))|\/api\/whole\.|\/portfolio\.queries\./,
                minShareCount: 2,
              },
              { name: 'trail', test: /\/src\/acts\/Entry\.|\/projects\/(trail|said)\.|\/gen\/events\// },
              { name: 'pictures', test: /\/src\/pictures\//, minShareCount: 2 },
            ],
          },
        },
      },
    },
  };
});
