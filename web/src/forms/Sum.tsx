import { type ComponentProps, useState } from 'react';
import { flushSync } from 'react-dom';
import { decimalOf } from '../acts/amounts.ts';
import { decimalText } from '../base/parts/locale.ts';

type Props = ComponentProps<'input'> & { readonly value: string };

/** A sum, in the groups of the language while nobody writes in it. */
export function Sum({ value, onBlur, ...common }: Props) {
  const [isWritten, setWritten] = useState(false);
  const decimal = isWritten ? undefined : decimalOf(value);
  return (
    <input
      inputMode="decimal"
      autoComplete="off"
      {...common}
      value={decimal === undefined ? value : decimalText(decimal)}
      onFocus={({ currentTarget }) => {
        // All of it is still selected, as it was in groups: what is typed takes its place.
        flushSync(() => setWritten(true));
        currentTarget.select();
      }}
      onBlur={(event) => {
        setWritten(false);
        onBlur?.(event);
      }}
    />
  );
}
