const SPECIAL: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (character) => SPECIAL[character] ?? character);

/** Lines of XML: an element with a text, or with what it holds. */
export type Lines = readonly string[];

export const leaf = (name: string, text: string, attributes: Readonly<Record<string, string>> = {}): Lines => {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return [`<${name}${given.join('')}>${escaped(text)}</${name}>`];
};

export const branch = (name: string, ...content: readonly Lines[]): Lines => [
  `<${name}>`,
  ...content.flat().map((line) => `  ${line}`),
  `</${name}>`,
];

/** A whole document of ISO 20022, ended by a new line. */
export const document = (message: string, content: Lines): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${message}">`,
    ...content.map((line) => `  ${line}`),
    '</Document>',
    '',
  ].join('\n');
