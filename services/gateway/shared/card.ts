import type { Call } from '@junkan/kit/call.ts';
import { escaped } from '@junkan/kit/http/html.ts';
import { moneyText } from '@junkan/kit/money-text.ts';
import { found } from '@junkan/kit/problem.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import { bundleIn } from '@junkan/words/bundle.ts';
import type * as words from '@junkan/words/gen/card/messages.d.ts';
import { LANGUAGES, type Language } from '@junkan/words/languages.ts';
import { type Request, Router } from 'express';
import { z } from 'zod';
import { sendTagged } from '../http/document.ts';
import { readPart } from '../http/problem.ts';
import { anybody, MAX_AGE_S } from '../http/public.ts';
import { id } from '../http/schemas.ts';
import type { Services } from '../services.ts';
import { factsIn } from '../words/facts.ts';
import { readersLanguage, saysLanguage } from '../words/language.ts';

export const CARD_PATH = '/embed/projects/:id';

/** It brings its own style, runs nothing, sends nothing, and any page may frame it. */
const CARD_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors *";

const asked = { params: z.strictObject({ id: id('prj') }), query: z.strictObject({ language: z.enum(LANGUAGES).optional() }) };

/** A published project as a card for pages of others: nobody is signed in on it, and it has no acts. */
export function cards(services: Services, { trial }: { readonly trial: boolean }): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.get(CARD_PATH, async (request, response) => {
    const { id: project } = readPart('#params', asked.params, request.params);
    const { language = readersLanguage(request) } = readPart('#query', asked.query, request.query);
    const page = cardOf(await shownOf(services, project, anybody(response)), { ...(await spoken(language)), trial });
    response.removeHeader('X-Frame-Options');
    response.removeHeader('X-Correlation-Id');
    saysLanguage(response, language);
    response.set({
      'Content-Security-Policy': CARD_POLICY,
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Cache-Control': `public, max-age=${MAX_AGE_S}`,
    });
    sendTagged(request as Request, response, { type: 'html', text: page });
  });
  return router;
}

async function spoken(language: Language) {
  const [said, facts] = await Promise.all([bundleIn<typeof words>('card', language), factsIn(language)]);
  return { language, said, facts };
}
type Spoken = Awaited<ReturnType<typeof spoken>>;

async function shownOf({ 'project-registry': projects, catalogue }: Services, id: string, call: Call) {
  const read = await projects.readProject({ id, permissions: false }, call);
  const { status, proposer, proposal } = found('Project', id, read.project);
  const [{ projects: paid }, { names }] = await Promise.all([
    catalogue.progress({ projects: [id] }, call),
    catalogue.names({ ids: [proposer] }, call),
  ]);
  return { id, status, city: names[proposer] ?? proposer, title: proposal?.title ?? id, target: proposal?.target, progress: paid[0] };
}
type Shown = Awaited<ReturnType<typeof shownOf>>;

function cardOf(shown: Shown, { language, said, facts, trial }: Spoken & { readonly trial: boolean }): string {
  const { id, status, city, title, target, progress } = shown;
  const { milestones = 0, paid = 0, planned, payable, settled } = progress ?? {};
  const sum = (money: Money): string => String(Reflect.get(facts({ sum: moneyText(money) }), 'sum'));
  const isSigned = milestones > 0 && planned && payable && settled;
  const sums = isSigned
    ? ([
        [said.planned(), planned],
        [said.payable(), payable],
        [said.paid(), settled],
      ] as const)
    : target
      ? ([[said.sought(), target]] as const)
      : [];
  const rows = sums.map(([name, money]) => `<div><dt>${escaped(name)}</dt><dd>${escaped(sum(money))}</dd></div>`).join('');
  const bar = isSigned ? barOf(planned.amount, payable.amount, settled.amount) : '';
  const done = isSigned ? ` · ${escaped(said.paidOf({ paid, all: milestones }))}` : '';
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${escaped(title)} · Junkan</title><style>${STYLE}</style></head><body><main><h1><a href="/projects/${id}" target="_blank" rel="noopener">${escaped(title)}</a></h1><p>${escaped(city)}</p><p><b>${escaped(said.status({ status }))}</b>${done}</p>${bar}<dl>${rows}</dl><p class="by">${escaped(trial ? said.trial() : said.by())}</p></main></body></html>`;
}

/** How much of what was promised is payable by now, and paid, as the page of the project draws it. */
function barOf(planned: bigint, payable: bigint, settled: bigint): string {
  const width = (amount: bigint): number => (planned === 0n ? 0 : Number((amount * 1_000n) / planned));
  const part = (amount: bigint, ink: string): string => `<rect class="${ink}" width="${Math.min(width(amount), 1_000)}" height="12"/>`;
  return `<svg viewBox="0 0 1000 12" preserveAspectRatio="none" aria-hidden="true">${part(planned, 'a')}${part(payable, 'b')}${part(settled, 'c')}</svg>`;
}

const STYLE = `:root{color-scheme:light dark}
body{margin:0;font:15px/1.5 system-ui,sans-serif;color:light-dark(#0e1f20,#e9f1f0);background:light-dark(#fff,#0b1415)}
main{border:1px solid light-dark(#d8e1de,#25383a);border-radius:7px;padding:16px 20px}
h1{font-size:18px;line-height:1.25;margin:0}a{color:light-dark(#0a5661,#86d3d6)}p{margin:4px 0}
svg{display:block;inline-size:100%;block-size:12px;margin-block:8px}.a{fill:light-dark(#93c9cb,#2c5a60)}.b{fill:light-dark(#3a8f97,#4fa3ab)}.c{fill:light-dark(#0a5661,#86d3d6)}
dl{display:flex;flex-wrap:wrap;gap:4px 24px;margin:8px 0}dt{font-size:13px;color:light-dark(#41534f,#b6c6c3)}dd{margin:0;font-weight:600}
.by{font-size:13px;color:light-dark(#586966,#9cafab)}`;
