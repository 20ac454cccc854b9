import { createHash } from 'node:crypto';
import { escaped } from '@junkan/kit/http/html.ts';
import type { Account } from './accounts.ts';

export type Group = { readonly title: string; readonly accounts: readonly Account[] };

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
button.account:hover{background:var(--wash)}button.account b{color:var(--brand);text-decoration:underline}
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

const accountRow = ({ id, title, does }: Account, isFirst: boolean): string =>
  `<li><button class="account" name="account" value="${escaped(id)}"${isFirst ? ' autofocus' : ''}><b>${escaped(title)}</b><span>${escaped(does)}</span></button></li>`;

/** `action`: where the chosen account is sent. `q`: what was looked for among organisations. */
export function chooserPage({ action, q, groups }: { action: string; q: string; groups: readonly Group[] }): string {
  const lists = groups.map(
    ({ title, accounts }, place) =>
      `<h2>${escaped(title)}</h2><ul>${accounts.map((account, row) => accountRow(account, place === 0 && row === 0)).join('')}</ul>`,
  );
  const none = groups.length === 0 ? `<p role="status">No organisation is called “${escaped(q)}”.</p>` : '';
  return sheet(
    'Sign in',
    `<h1>Who are you today?</h1><p>This is a trial: choose a person. No password is asked for.</p>
<form class="find" method="get" action="${escaped(action)}" role="search"><div><label for="q">Find a city or a sponsor</label><input id="q" name="q" value="${escaped(q)}" maxlength="100"></div><button>Find</button></form>
${none}<form method="post" action="${escaped(action)}">${lists.join('')}</form>`,
  );
}

/** Asks whether the session here is to end too. `form`: the provider's own, empty, with the id `op.logoutForm`. */
export const leavingPage = (form: string): string =>
  sheet(
    'Sign out',
    `<h1>Sign out of the trial?</h1>${form}<p class="leave"><button class="leave" autofocus form="op.logoutForm" name="logout" value="yes">Sign out</button> <button class="leave" form="op.logoutForm">Stay signed in here</button></p>`,
  );

export const noticePage = (title: string, text: string): string => sheet(title, `<h1>${escaped(title)}</h1><p>${escaped(text)}</p>`);

const sheet = (title: string, inner: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)} · Junkan trial</title><style>${STYLE}</style></head><body><div class="trial">Trial installation: nothing here is real</div><main>${inner}</main></body></html>`;
