import { setTimeout as sleep } from 'node:timers/promises';
import type { Call } from '@junkan/kit/call.ts';
import { escaped } from '@junkan/kit/http/html.ts';
import { LRUCache } from 'lru-cache';
import { MAX_AGE_S } from '../http/public.ts';
import type { Services } from '../services.ts';

/** What the page of an item says of itself where somebody shares its address: of that, everybody may know all. */
type Preview = { readonly title: string; readonly description: string };
type Read = (id: string, call: Call) => Promise<Preview | undefined>;

/** How long a page waits for it, in milliseconds: a page is one without it too. */
const PATIENCE_MS = 300;
const KEPT = 2_000;
/** Longer texts are cut off by those who show them. */
const LONGEST = 200;

/** The address of the page of an item. */
const ITEM = /^\/[a-z-]+\/(?<id>[a-z]{3}_[0-9a-z]{26})$/;

/** Whether a page of one item is there. Who shows what an address is about asks for it as a program does, and takes anything. */
export const isOfItem = (path: string): boolean => ITEM.test(path);

/** The tags that say what the page at a path is about, for its head; none where that is not public, is no item, or takes long to find out. */
export function previewsOf(services: Services): (path: string, call: Call) => Promise<string> {
  const read = previews(services);
  const kept = new LRUCache<string, Promise<string>>({ max: KEPT, ttl: MAX_AGE_S * 1_000 });
  function begun(id: string, call: Call): Promise<string> {
    const found = read(id, call).then(tagsOf);
    kept.set(id, found);
    // What failed may be there the next time.
    found.catch(() => kept.delete(id));
    return found;
  }
  return async (path, call) => {
    const id = ITEM.exec(path)?.groups?.['id'];
    if (id === undefined) return '';
    const found = kept.get(id) ?? begun(id, call);
    return Promise.race([found.catch(() => ''), sleep(PATIENCE_MS, '', { ref: false })]);
  };
}

const previews =
  ({ 'project-registry': projects, catalogue }: Services): Read =>
  async (id, call) => {
    if (id.startsWith('prj_')) {
      const { project } = await projects.readProject({ id, permissions: false }, call);
      const { title, description } = project?.proposal ?? {};
      return title ? { title, description: description ?? '' } : undefined;
    }
    if (id.startsWith('mst_')) {
      const { milestone } = await projects.readMilestone({ id, permissions: false }, call);
      if (!milestone) return undefined;
      const { names } = await catalogue.names({ ids: [milestone.project] }, call);
      return { title: milestone.title, description: names[milestone.project] ?? '' };
    }
    const { names } = await catalogue.names({ ids: [id] }, call);
    const name = names[id];
    return name ? { title: name, description: '' } : undefined;
  };

function tagsOf(preview: Preview | undefined): string {
  if (!preview) return '';
  const description = shortened(preview.description);
  const tags = { 'og:site_name': 'Junkan', 'og:type': 'article', 'og:title': preview.title, 'og:description': description };
  const said = Object.entries(tags).filter(([, content]) => content !== '');
  const described = description ? `<meta name="description" content="${escaped(description)}">` : '';
  return described + said.map(([property, content]) => `<meta property="${property}" content="${escaped(content)}">`).join('');
}

/** The beginning of a text, by whole characters as people see them. */
function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= LONGEST) return line;
  const parts = Array.from(
    new Intl.Segmenter(undefined, { granularity: 'word' }).segment(line.slice(0, LONGEST)),
    ({ segment }) => segment,
  );
  return `${parts.slice(0, -1).join('').trimEnd()}…`;
}
