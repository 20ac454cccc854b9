import { choose } from '#messages/forms';
import * as m from '#messages/proposal';
import { useCodeNames, useCodes } from '../../base/api/lists.ts';
import { languageName } from '../../base/parts/locale.ts';
import type { Asked } from './shared/tasks.ts';
import { LANGUAGES, LEVELS } from './shared/words.ts';

type Props = {
  readonly asked: Asked;
  readonly value: string;
  /** What ties it to its label and its fault. */
  readonly common: React.SelectHTMLAttributes<HTMLSelectElement>;
  readonly onChange: (value: string) => void;
};

/** One of what there is, or nothing. */
export const Choice = (props: Props) => (props.asked.list ? <OfList {...props} list={props.asked.list} /> : <Own {...props} />);

function OfList({ list, ...props }: Props & { readonly list: NonNullable<Asked['list']> }) {
  const codes = useCodes(list).map(({ code }) => code);
  return <Select {...props} codes={codes} nameOf={useCodeNames(list)} />;
}

const Own = (props: Props) =>
  props.asked.name === 'language' ? (
    <Select {...props} codes={LANGUAGES} nameOf={languageName} />
  ) : (
    <Select {...props} codes={LEVELS} nameOf={(level) => m.level({ level })} />
  );

type SelectProps = Props & { readonly codes: readonly string[]; readonly nameOf: (code: string) => string };

/** A selected code that the list no longer has is still shown. */
const Select = ({ value, common, onChange, codes, nameOf }: SelectProps) => (
  <select className="in" {...common} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
    <option value="">{choose()}</option>
    {[...new Set([...codes, ...(value === '' ? [] : [value])])].map((code) => (
      <option key={code} value={code}>
        {nameOf(code)}
      </option>
    ))}
  </select>
);
