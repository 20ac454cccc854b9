import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// One build for each language: what is loaded holds no words of others.
export default defineConfig(() => {
  const locale = process.env['JUNKAN_WEB_LOCALE'] ?? 'en';
  return {
    plugins: [react(), { name: 'language', transformIndexHtml: (html) => html.replace('<html lang="en">', `<html lang="${locale}">`) }],
    resolve: { alias: { '#messages': fileURLToPath(new URL(`gen/${locale}.js`, import.meta.url)) } },
    build: { outDir: `dist/${locale}`, emptyOutDir: true, target: 'es2023', reportCompressedSize: false, assetsInlineLimit: 0 },
  };
});
