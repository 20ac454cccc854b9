import type { ReactNode } from 'react';

type Props = {
  /** Of the input. Its hint and its fault are described by the same id. */
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly fault?: string | undefined;
  readonly icon?: ReactNode;
};

/** The label of an input, its hint and its fault. */
export const FieldHead = ({ id, label, hint, fault, icon }: Props) => (
  <>
    <label htmlFor={id}>{label}</label>
    {hint === '' ? null : (
      <span className="hint" id={`${id}-hint`}>
        {hint}
      </span>
    )}
    {fault ? (
      <span className="fault" id={`${id}-fault`}>
        {icon}
        {fault}
      </span>
    ) : null}
  </>
);
