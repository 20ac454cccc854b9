type Props = {
  readonly name: string;
  readonly legend: string;
  readonly choices: readonly (readonly [code: string, text: string])[];
  /** The codes that are chosen, with spaces between them. */
  readonly value: string;
  readonly fault?: string | undefined;
  readonly onChange: (name: string, value: string) => void;
};

export const chosenIn = (value: string): readonly string[] => value.split(' ').filter(Boolean);

/** Several of what there is, each with its own box. */
export function Boxes({ name, legend, choices, value, fault, onChange }: Props) {
  const chosen = chosenIn(value);
  return (
    <fieldset className={`field${fault ? ' bad' : ''}`}>
      <legend>{legend}</legend>
      {fault ? <p className="fault">{fault}</p> : null}
      <div className="boxes">
        {choices.map(([code, text]) => (
          <label key={code} className="check">
            <input
              type="checkbox"
              name={`${name}.${code}`}
              checked={chosen.includes(code)}
              onChange={({ currentTarget: { checked } }) =>
                onChange(name, (checked ? [...chosen, code] : chosen.filter((each) => each !== code)).join(' '))
              }
            />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
