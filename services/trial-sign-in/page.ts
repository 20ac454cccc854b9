import { createHash } from 'node:crypto';
import { escaped } from '@junkan/kit/http/html.ts';
import type { Account, Organisation } from './accounts.ts';
import type { Spoken, Words } from './words.ts';

/** `waits`: how much of what can be tried waits for its persons. */
type Listed = Organisation & { readonly waits: number };
export type Group = { readonly title: string; readonly organisations: readonly Listed[] };
/** A person to be, and what waits for them. */
export type Someone = { readonly account: Account; readonly waiting: readonly string[] };

export const TYPEFACE = '/typeface.woff2';

const STYLE = `
@font-face{font-family:Hanken;src:url(${TYPEFACE}) format("woff2-variations");font-weight:100 900;font-display:swap}
:root{color-scheme:light dark;--ink:light-dark(#0e1f20,#e9f1f0);--ink-2:light-dark(#41534f,#b6c6c3);--paper:light-dark(#fff,#0b1415);--line:light-dark(#d8e1de,#25383a);--edge:light-dark(#6c7e7a,#7e9693);--brand:light-dark(#0a5661,#86d3d6);--wash:light-dark(#e4f1f1,#122d30);--mast:light-dark(#0b2b32,#07181c)}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:420 1rem/1.5 Hanken,system-ui,sans-serif}
.trial{background:var(--wash);color:var(--ink);padding:.4rem 1rem;font-size:.875rem;margin:0;max-width:none}
header{background:var(--mast);color:#fff}header>span{display:flex;gap:.6rem;align-items:center;font-weight:660;padding:.75rem 1rem}header svg{width:1.75rem;height:1.75rem}
main{max-width:66rem;margin:0 auto;padding:1.5rem 1rem 4rem}
h1{font-size:1.625rem;line-height:1.25;margin:1rem 0 .25rem}h2{font-size:1.125rem;margin:1.5rem 0 .5rem}h3{font-size:.875rem;font-weight:420;margin:1.25rem 0 .25rem;color:var(--ink-2)}
h1,h2,b,[aria-current]{font-weight:660}
p{margin:.25rem 0;color:var(--ink-2);max-width:68ch}
ul{list-style:none;margin:0;padding:0}
li{border-top:1px solid var(--line)}li:last-child{border-bottom:1px solid var(--line)}
a{color:var(--brand)}
nav li a{display:flex;justify-content:space-between;gap:1rem;padding:.6rem .75rem;color:inherit;text-decoration:none}
nav small{color:var(--ink-2);font-weight:420;white-space:nowrap}
nav li a:hover,button.account:hover,nav [aria-current]{background:var(--wash)}nav [aria-current]{box-shadow:inset 3px 0 var(--brand)}
button.account{display:block;width:100%;text-align:start;font:inherit;color:inherit;background:none;border:0;padding:.75rem;cursor:pointer}
button.account b{color:var(--brand);text-decoration:underline}button.account span{display:block;color:var(--ink-2)}button.account .waits{color:inherit}
form.find{display:flex;flex-wrap:wrap;gap:.5rem;align-items:end}
label{display:block;font-size:.875rem}
input,form.find button,button.leave{font:inherit;min-height:2.5rem;padding:0 .75rem;border:1px solid var(--edge);border-radius:4px;background:var(--paper);color:inherit;max-width:100%}
:focus-visible{outline:3px solid var(--brand);outline-offset:2px}
@media(min-width:52rem){.two{display:grid;grid-template-columns:22rem 1fr;gap:3.5rem}}
@media(max-width:52rem){.two{display:flex;flex-direction:column-reverse}}`;

export const PAGE_POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    fontSrc: ["'self'"],
    styleSrc: [`'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
  },
};

type Choosing = {
  /** Where the chosen account is sent. */
  readonly action: string;
  /** The search among organisations. */
  readonly q: string;
  readonly groups: readonly Group[];
  readonly chosen: Organisation | undefined;
  readonly persons: readonly Someone[];
};

/** An organisation, then a person of it. */
export function chooserPage(spoken: Spoken, choosing: Choosing): string {
  const { action, q, chosen, persons } = choosing;
  const { words } = spoken;
  const none = choosing.groups.length === 0 ? `<p role="status">${escaped(words.nothingFound({ q }))}</p>` : '';
  const lists = choosing.groups.map((group) => groupOf(group, choosing, words)).join('');
  const people = persons.map((someone, row) => personRow(someone, words, row === 0)).join('');
  return sheet(
    spoken,
    words.signIn(),
    `<h1>${escaped(words.whoAreYou())}</h1><p>${escaped(words.choose())}</p><div class="two">
<nav aria-labelledby="organisations"><h2 id="organisations">${escaped(words.organisation())}</h2>
<form class="find" method="get" action="${escaped(action)}" role="search"><div><label for="q">${escaped(words.findOrganisation())}</label><input id="q" name="q" value="${escaped(q)}" maxlength="100"></div><button>${escaped(words.find())}</button></form>
${none}${lists}</nav>
<section aria-labelledby="persons"><h2 id="persons">${escaped(chosen?.name ?? words.person())}</h2><form method="post" action="${escaped(action)}"><ul>${people}</ul></form></section></div>`,
  );
}

function groupOf({ title, organisations }: Group, { action, q, chosen }: Choosing, words: Words): string {
  const rows = organisations.map(({ id, name, waits }) => {
    const query = new URLSearchParams({ ...(q === '' ? {} : { q }), of: id });
    const current = id === chosen?.id ? ' aria-current="true"' : '';
    const small = waits === 0 ? '' : `<small>${escaped(words.waits({ count: waits }))}</small>`;
    return `<li><a href="${escaped(`${action}?${query}`)}"${current}><span>${escaped(name)}</span>${small}</a></li>`;
  });
  return `<h3>${escaped(title)}</h3><ul>${rows.join('')}</ul>`;
}

function personRow({ account, waiting }: Someone, words: Words, isFirst: boolean): string {
  const { id, role, person } = account;
  const waits =
    waiting.length === 0
      ? ''
      : `<span class="waits">${escaped(words.waitsFor())} <span lang="en">${escaped(waiting.join(' · '))}</span></span>`;
  return `<li><button class="account" name="account" value="${escaped(id)}"${isFirst ? ' autofocus' : ''}><b>${escaped(person)}</b><span>${escaped(words.role({ role }))}: ${escaped(words.does({ role }))}</span>${waits}</button></li>`;
}

/** Asks whether the session here is to end too. `form`: the provider's own, empty, with the id `op.logoutForm`. */
export function leavingPage(spoken: Spoken, form: string): string {
  const { words } = spoken;
  return sheet(
    spoken,
    words.signOut(),
    `<h1>${escaped(words.leaveTrial())}</h1><p>${escaped(words.stillKnown())}</p>${form}<p class="leave"><button class="leave" autofocus form="op.logoutForm" name="logout" value="yes">${escaped(words.signOut())}</button> <button class="leave" form="op.logoutForm">${escaped(words.leaveJunkanOnly())}</button></p>`,
  );
}

/** Which words a page that only says something has for it, as its title and its text. */
type Notice = readonly [title: 'cannotGoOn' | 'noSuchAccount' | 'signedOut', text: 'chooseListed' | 'goBack' | 'mayClose'];

/** `detail`: what the provider says besides, in English. */
export function noticePage(spoken: Spoken, [title, text]: Notice, detail?: string): string {
  const { words } = spoken;
  const more = detail === undefined ? '' : `<p lang="en">${escaped(detail)}</p>`;
  return sheet(spoken, words[title](), `<h1>${escaped(words[title]())}</h1><p>${escaped(words[text]())}</p>${more}`);
}

const MARK =
  '<svg viewBox="0 0 28 28" aria-hidden="true"><path d="M18.3 4.7A10.3 10.3 0 1 0 24.3 13" fill="none" stroke="#fff" stroke-width="3.2" stroke-linecap="round"/><circle cx="22.2" cy="6.7" r="2.7" fill="#f6a15b"/></svg>';

const sheet = ({ language, words }: Spoken, title: string, inner: string): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)} · ${escaped(words.trial())}</title><style>${STYLE}</style></head><body><header><p class="trial">${escaped(words.notReal())}</p><span>${MARK}Junkan</span></header><main>${inner}</main></body></html>`;
