import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import * as m from '#messages/palette';
import { useSettled } from '../base/parts/Awaiting.tsx';
import { Icon } from '../base/parts/Icon.tsx';
import { type Answer, foundQuery, isSearch, useIsMember } from './found.tsx';
import { type Group, type Option, useGroups } from './groups.ts';
import { Ways } from './Ways.tsx';

/** Nothing is asked before a pause in typing, and it is said that an answer takes long once it does. */
const PAUSE_MS = 100;
const SLOW_MS = 200;
/** Of each group; the page of results has more. */
const FEW = 4;

/** One field for what there is: what is called so, pages, and what may be done on this one. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const box = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(-1);
  const id = useId();
  const navigate = useNavigate();
  const q = useSettled(typed.trim(), PAUSE_MS);
  const { data, isFetching, isError } = useQuery(foundQuery(q, useIsMember(), FEW));
  const answer = isSearch(q) ? data : undefined;
  const isSlow = useSettled(isFetching, isFetching ? SLOW_MS : 0) && isFetching;
  // The focus goes back to where it was.
  const close = (): void => box.current?.close();
  const groups = useGroups(typed.trim(), answer, close);
  const options = groups.flatMap((group) => group.options);
  const isEmpty = answer !== undefined && answer.groups.length === 0 && q === typed.trim();
  useEffect(() => box.current?.showModal(), []);
  useEffect(() => {
    if (at >= 0) document.getElementById(`${id}${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, at]);
  const enter = (beside: boolean): void => {
    const chosen = options[at];
    if (chosen) chosen.go?.(beside);
    else if (isSearch(typed)) {
      close();
      void navigate({ to: '/search', search: { q: typed.trim() } });
    }
  };
  // Nothing of it is of the masthead, but that it is opened there.
  return createPortal(
    <dialog className="pal" ref={box} aria-label={m.label()} onClose={onClose} closedby="any">
      <form method="dialog" onSubmit={(event) => event.preventDefault()}>
        <Icon name="search" size={20} />
        <input
          type="text"
          role="combobox"
          aria-label={m.label()}
          aria-expanded={options.length > 0}
          aria-controls={`${id}list`}
          aria-autocomplete="list"
          aria-activedescendant={options[at] ? `${id}${at}` : undefined}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            setAt(-1);
          }}
          onKeyDown={(event) => moved(event, { at, count: options.length, setAt, enter })}
        />
        <button className="btn bare small" type="button" onClick={close}>
          <kbd>Esc</kbd>
        </button>
      </form>
      <p className="pal-note" role="status">
        {noteOf({ typed: q, answer, isSlow, isError })}
      </p>
      <div role="listbox" id={`${id}list`} aria-label={m.results()}>
        <Groups groups={groups} at={at} id={id} />
      </div>
      {isEmpty ? <Ways q={q} answer={answer} onGo={close} /> : null}
      <Hints />
    </dialog>,
    document.body,
  );
}

type Moving = { readonly at: number; readonly count: number; setAt(at: number): void; enter(beside: boolean): void };

/** Arrows go round, by way of the field itself. */
function moved(event: KeyboardEvent, { at, count, setAt, enter }: Moving): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.nativeEvent.isComposing || (step === undefined && event.key !== 'Enter')) return;
  event.preventDefault();
  if (step === undefined) enter(event.ctrlKey || event.metaKey);
  else setAt(((at + 1 + step + count + 1) % (count + 1)) - 1);
}

type Noted = { readonly typed: string; readonly answer: Answer | undefined; readonly isSlow: boolean; readonly isError: boolean };

function noteOf({ typed, answer, isSlow, isError }: Noted): string {
  if (isSlow) return m.searching();
  if (isError) return m.failed();
  if (!answer) return m.before();
  const count = answer.groups.reduce((sum, { items }) => sum + items.length, 0);
  return answer.corrected ? m.shownFor({ typed, q: answer.corrected }) : m.foundFor({ count, q: typed });
}

type GroupsProps = { readonly groups: readonly Group[]; readonly at: number; readonly id: string };

function Groups({ groups, at, id }: GroupsProps) {
  let from = 0;
  return groups.map(({ key, title, options }) => {
    const first = from;
    from += options.length;
    return (
      // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a listbox
      <div key={key} role="group" aria-labelledby={`${id}${key}`}>
        <span className="gh" id={`${id}${key}`}>
          {title}
        </span>
        {options.map((option, index) => (
          <Row key={option.key} option={option} id={`${id}${first + index}`} isChosen={first + index === at} />
        ))}
      </div>
    );
  });
}

/** The field keeps the focus: what is chosen is said by it. */
const Row = ({
  option: { title, detail, go },
  id,
  isChosen,
}: {
  readonly option: Option;
  readonly id: string;
  readonly isChosen: boolean;
}) => (
  // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the keys of a listbox are those of its combobox
  <div
    role="option"
    id={id}
    aria-selected={isChosen}
    aria-disabled={go ? undefined : true}
    onClick={(event) => go?.(event.ctrlKey || event.metaKey)}
  >
    <span>
      {title}
      {detail === '' ? null : <small>{detail}</small>}
    </span>
    {go ? null : <Icon name="lock" />}
  </div>
);

const Hints = () => (
  <p className="pal-foot">
    <span>
      <kbd>↑</kbd> <kbd>↓</kbd> {m.keyChoose()}
    </span>
    <span>
      <kbd>Enter</kbd> {m.keyOpen()}
    </span>
    <span>
      <kbd>Ctrl Enter</kbd> {m.keyBeside()}
    </span>
  </p>
);
