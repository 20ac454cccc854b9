import { useState } from 'react';
import * as m from '#messages/share';

type Props = { readonly id: string; readonly title: string };

/** The address of a project, and what a page of others contains to show it. */
export function Share({ id, title }: Props) {
  const { origin } = window.location;
  const { lang } = document.documentElement;
  const card = `${origin}/embed/projects/${id}?language=${lang}`;
  return (
    <>
      <ToCopy label={m.address()} text={`${origin}/projects/${id}`} />
      <ToCopy label={m.card()} hint={m.cardHow()} text={frameOf(card, title)} />
    </>
  );
}

/** The element is written by the browser itself, so that no title ends it. */
function frameOf(src: string, title: string): string {
  const frame = document.createElement('iframe');
  for (const [name, value] of Object.entries({ src, title, width: '480', height: '260', frameborder: '0', loading: 'lazy' }))
    frame.setAttribute(name, value);
  return frame.outerHTML;
}

type ToCopyProps = { readonly label: string; readonly hint?: string; readonly text: string };

function ToCopy({ label, hint, text }: ToCopyProps) {
  const [isCopied, setCopied] = useState(false);
  return (
    <div className="field">
      <label>
        <span>{label}</span>
        {hint ? <small className="quiet">{hint}</small> : null}
        <textarea readOnly rows={2} value={text} onFocus={({ currentTarget }) => currentTarget.select()} />
      </label>
      <p className="row">
        <button className="btn" type="button" onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>
          {m.copy()}
        </button>
        <span role="status">{isCopied ? m.copied() : null}</span>
      </p>
    </div>
  );
}
