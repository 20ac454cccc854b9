import { XmlDocument, type XmlElement } from 'libxml2-wasm';
import { LANGUAGES, type Language, SOURCE } from './languages.ts';
import type { Handed, State, Translation } from './state.ts';

// XLIFF 2.1, which the tools of translators read and write: a file for each matter, a unit for each message.

const NAMESPACE = 'urn:oasis:names:tc:xliff:document:2.0';
const NAMESPACES = { x: NAMESPACE };
/** `initial` asks for a translation: there is none, or of another English. */
const IN_XLIFF: Readonly<Record<State, string>> = { missing: 'initial', changed: 'initial', draft: 'translated', reviewed: 'reviewed' };

/** What is to be translated into a language, for the tools of translators. */
export function xliffOf(language: Language, all: readonly Translation[]): string {
  using document = XmlDocument.create();
  const root = document.createRoot('xliff', NAMESPACE);
  for (const [name, value] of [
    ['version', '2.1'],
    ['srcLang', SOURCE],
    ['trgLang', language],
  ] as const)
    root.setAttr(name, value);
  for (const [matter, of] of Map.groupBy(all, (each) => each.matter)) {
    const file = root.addElement('file');
    file.setAttr('id', matter);
    for (const each of of) addUnit(file, each);
  }
  return document.toString({ format: true });
}

function addUnit(file: XmlElement, { key, state, source, text }: Translation): void {
  const unit = file.addElement('unit');
  unit.setAttr('id', key);
  const segment = unit.addElement('segment');
  segment.setAttr('state', IN_XLIFF[state]);
  segment.addElement('source').addText(source);
  if (text !== undefined) segment.addElement('target').addText(text);
}

/** By matter, what was handed back; a segment that is still `initial` is not. @throws where it is no XLIFF of ours. */
export function handedIn(text: string): ReadonlyMap<string, readonly Handed[]> {
  using document = XmlDocument.fromString(text);
  const language = LANGUAGES.find((each) => each === textAt(document.root, '@trgLang'));
  if (document.root.name !== 'xliff' || language === undefined) throw new Error('This is no XLIFF 2 of a language that is spoken here.');
  return new Map(
    elements(document.root, 'x:file').map((file) => [
      textAt(file, '@id'),
      elements(file, 'x:unit').flatMap((unit): Handed[] => {
        const state = textAt(unit, 'x:segment/@state');
        const [target] = elements(unit, 'x:segment/x:target');
        if (state === 'initial' || state === '' || !target) return [];
        const isReviewed = state === 'reviewed' || state === 'final';
        return [{ key: textAt(unit, '@id'), language, source: textAt(unit, 'x:segment/x:source'), text: target.content, isReviewed }];
      }),
    ]),
  );
}

const elements = (of: XmlElement, path: string): XmlElement[] => of.find(path, NAMESPACES) as XmlElement[];
const textAt = (of: XmlElement, path: string): string => String(of.eval(`string(${path})`, NAMESPACES));
