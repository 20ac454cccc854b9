import { createHash } from 'node:crypto';
import { escaped } from '@junkan/kit/http/html.ts';
import type { Account } from './accounts.ts';
import type { Spoken, Words } from './words.ts';

export type Group = { readonly title: string; readonly accounts: readonly Account[] };
/** What waits for the person of an account, to be tried. */
export type ToTry = { readonly account: string; readonly who: string; readonly what: readonly string[] };

const STYLE = `
:root{color-scheme:light dark;--ink:light-dark(#0e1f20,#e9f1f0);--ink-2:light-dark(#41534f,#b6c6c3);--paper:light-dark(#fff,#0b1415);--line:light-dark(#d8e1de,#25383a);--edge:light-dark(#6c7e7a,#7e9693);--brand:light-dark(#0a5661,#86d3d6);--wash:light-dark(#e4f1f1,#122d30);--wait:light-dark(#8a4200,#f6bb84);--wait-wash:light-dark(#fdf1e3,#2f2213)}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
main{max-width:44rem;margin:0 auto;padding:1.5rem 1rem 4rem}
.trial{background:var(--wait-wash);color:var(--wait);padding:.5rem 1rem;text-align:center;font-size:.875rem}
h1{font-size:1.625rem;line-height:1.25;margin:1rem 0 .25rem}h2{font-size:1.125rem;margin:2rem 0 .5rem}
p{margin:.25rem 0;color:var(--ink-2)}
ul{list-style:none;margin:0;padding:0}
li{border-top:1px solid var(--line)}li:last-child{border-bottom:1px solid var(--line)}
button.account{display:block;width:100%;text-align:start;font:inherit;color:inherit;background:none;border:0;padding:.75rem .5rem;cursor:pointer}
a{color:var(--brand)}button.account:hover{background:var(--wash)}button.account b{color:var(--brand);text-decoration:underline}
button.account span{display:block;color:var(--ink-2)}
form.find{display:flex;flex-wrap:wrap;gap:.5rem;align-items:end;margin:1.5rem 0}
label{display:block;font-weight:600}
input,form.find button,button.leave{font:inherit;min-height:2.5rem;padding:0 .75rem;border:1px solid var(--edge);border-radius:4px;background:var(--paper);color:inherit}
:focus-visible{outline:3px solid var(--brand);outline-offset:2px}`;

export const PAGE_POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    styleSrc: [`'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
  },
};

const accountRow = ({ id, role, number }: Account, words: Words, isFirst: boolean): string =>
  `<li><button class="account" name="account" value="${escaped(id)}"${isFirst ? ' autofocus' : ''}><b>${escaped(words.role({ role }))}${number === 1 ? '' : ` ${number}`}</b><span>${escaped(words.does({ role }))}</span></button></li>`;

type Choosing = { readonly action: string; readonly q: string; readonly groups: readonly Group[]; readonly toTry: readonly ToTry[] };

const toTryRow = ({ account, who, what }: ToTry): string =>
  `<li><button class="account" name="account" value="${escaped(account)}"><b>${escaped(who)}</b><span lang="en">${escaped(what.join(' · '))}</span></button></li>`;

/** `action`: where the chosen account is sent. `q`: the search among organisations. */
export function chooserPage(spoken: Spoken, { action, q, groups, toTry }: Choosing): string {
  const { words } = spoken;
  const lists = groups.map(
    ({ title, accounts }, place) =>
      `<h2>${escaped(title)}</h2><ul>${accounts.map((account, row) => accountRow(account, words, place === 0 && row === 0)).join('')}</ul>`,
  );
  const waiting =
    toTry.length === 0
      ? ''
      : `<h2 id="try">${escaped(words.toTry())}</h2><p>${escaped(words.toTryHow())}</p><ul>${toTry.map(toTryRow).join('')}</ul>`;
  const none = groups.length === 0 ? `<p role="status">${escaped(words.nothingFound({ q }))}</p>` : '';
  return sheet(
    spoken,
    words.signIn(),
    `<h1>${escaped(words.whoAreYou())}</h1><p>${escaped(words.choose())}</p>${toTry.length === 0 ? '' : `<p><a href="#try">${escaped(words.toTry())}</a></p>`}
<form class="find" method="get" action="${escaped(action)}" role="search"><div><label for="q">${escaped(words.findOrganisation())}</label><input id="q" name="q" value="${escaped(q)}" maxlength="100"></div><button>${escaped(words.find())}</button></form>
${none}<form method="post" action="${escaped(action)}">${lists.join('')}${waiting}</form>`,
  );
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

const sheet = ({ language, words }: Spoken, title: string, inner: string): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)} · ${escaped(words.trial())}</title><style>${STYLE}</style></head><body><div class="trial">${escaped(words.notReal())}</div><main>${inner}</main></body></html>`;
