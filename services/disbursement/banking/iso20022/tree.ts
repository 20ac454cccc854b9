import { XmlElement } from 'libxml2-wasm';

/** An element of a file: `text` is its own where it has no elements, without spaces around it, and else empty. */
export type Element = {
  readonly name: string;
  readonly line: number;
  readonly text: string;
  readonly currency?: string;
  readonly children: readonly Element[];
};

/** The one attribute of these messages that is read is the currency of an amount. */
export function treeOf(element: XmlElement): Element {
  const children: Element[] = [];
  for (let each = element.firstChild; each; each = each.next) if (each instanceof XmlElement) children.push(treeOf(each));
  const text = children.length === 0 ? element.content.trim() : '';
  const currency = children.length === 0 ? element.attr('Ccy')?.value : undefined;
  return { name: element.name, line: element.line, text, children, ...(currency !== undefined && { currency }) };
}

/** All elements at a path of names. */
export function all(element: Element, ...path: readonly string[]): readonly Element[] {
  let found: readonly Element[] = [element];
  for (const name of path) found = found.flatMap(({ children }) => children.filter((each) => each.name === name));
  return found;
}

export const first = (element: Element, ...path: readonly string[]): Element | undefined => all(element, ...path)[0];

/** The text at a path; nothing where there is no such element, or nothing in it. */
export const textAt = (element: Element, ...path: readonly string[]): string | undefined => first(element, ...path)?.text || undefined;
