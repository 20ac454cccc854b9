import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { ahead } from './ahead.mjs';
import { inlineRuntime } from './inline-runtime.mjs';

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
      react(),
      inlineRuntime(),
      ahead(),
      { name: 'language', transformIndexHtml: (html) => html.replace('<html lang="en">', `<html lang="${locale}">`) },
    ],
    resolve: {
      alias: [
        { find: '#fonts', replacement: fonts },
        // By the names that the two libraries of workbooks import them by.
        { find: '../zip/zipToArrayBuffer.js', replacement: source('exports/zipped.ts') },
        { find: '../zip/unzipFromArrayBuffer.js', replacement: source('imports/unzipped.ts') },
        // React has by itself what this brings to older ones.
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
      // What several screens are made of is one file, so that a first view asks for few.
      rolldownOptions: {
        output: {
          codeSplitting: {
            includeDependenciesRecursively: false,
            groups: [
              {
                name: 'base',
                test: /vite\/|\/src\/(main|roots|routes|routes-of-banks|routes-of-books)\.tsx|main\.css|index\.html|\/src\/frame\/|\/src\/api\/(live|own)\.|\.search\.ts|\/node_modules\/(?!.*(papaparse|(write|read)-excel-file|fflate|saxen|fastest-levenshtein|d3-|internmap|ueries))|\/gen\/(?!forms)[\w-]+\.js$|\/gen\/(parts|statuses)\/|\/src\/acts\/payment-name\.|\/client\/|\/words\/runtime\.|\/src\/parts\/(Awaiting|Columns|Facts|Icon|ItemLink|Loading|Money|PrintButton|Ring|Say|Scroll|Seal|Status|StatusOf|keys|locale|look|search|shares|sums)\.|\/src\/exports\/(Export|published-rows)\.|\/src\/api\/(client|keys|session|problems|kept|items|lists|whole)\./,
              },
              {
                name: 'words',
                test: /\/src\/acts\/(Present|Refusal|Refused|Words|words)\.|\/parts\/(amounts|facts)\.|\/gen\/(acts|duties|forms)\//,
              },
              { name: 'payments', test: /\/src\/(acts\/(AmendedChanges|AmendedTargets|First|PaymentPart)|parts\/ToText)\./ },
              {
                name: 'financing',
                test: /\/src\/(financing\/(CommitmentFee|FinancingFacts|Taken|words)|areas\/agreements\/terms)\.|\/gen\/(conversions|financing)\//,
              },
              { name: 'text', test: /\/src\/(acts\/(Changes|Targets)|areas\/agreements\/text[\w-]*)\.|\/gen\/agreement-text\// },
              { name: 'acts', test: /\/src\/acts\/(Acts|Begin|Done)\./ },
              { name: 'events', test: /\/src\/acts\/(Entry|told)\.|\/gen\/events\// },
              {
                name: 'lists',
                test: /\/src\/(parts\/(CertaintyBar|Choice|Find|MiniBar|Pages|Segments|Sorted|roving)|acts\/(MandateTable|Newer)|searches\/Keep|exports\/of-projects|areas\/public\/portfolio\.queries)\./,
              },
              {
                name: 'forms',
                test: /\/src\/(acts\/(Faults|Field|body|hints)|api\/(commands|drafts))\.|\/gen\/hints\//,
              },
              { name: 'mandates', test: /\/gen\/mandates\/|\/src\/areas\/mandates\/(differences|mandates\.queries|terms)\./ },
              { name: 'proposals', test: /\/gen\/proposal\/|\/src\/areas\/proposal\/(head|proposal\.queries|tasks|words|written)\./ },
              {
                name: 'reports',
                test: /\/gen\/(milestones|reporting)\/|\/src\/(acts\/ResultTable|parts\/(Ahead|decimals|planned)|areas\/reporting\/(head|planned|report\.queries))\./,
              },
              { name: 'report-tasks', test: /\/src\/areas\/reporting\/(contested|save|section|task)\./ },
              { name: 'columns', test: /\/src\/exports\/[\w-]*columns\./, minShareCount: 2 },
              {
                name: 'organisations',
                test: /\/src\/(areas\/organisations\/(?!organisations\.tsx)|acts\/(AccountTable|NameAccount)\.)|\/gen\/(accounts|organisations)\//,
              },
              { name: 'pictures', test: /\/src\/pictures\/|\/node_modules\/.*(d3-|internmap)/, minShareCount: 2 },
            ],
          },
        },
      },
    },
  };
});
