import { type DescField, type FileRegistry, getOption, hasOption } from '@bufbuild/protobuf';

type Codes = { readonly name: string; readonly values: readonly string[] };

const packageOf = ({ parent }: DescField): string => parent.file.proto.package;

function optionIn(registry: FileRegistry): (field: DescField) => Codes | undefined {
  const extension = registry.getExtension('junkan.options.v1.codes');
  if (!extension) throw new Error('the contracts have no option for codes');
  return (field) => (hasOption(field, extension) ? (getOption(field, extension) as unknown as Codes) : undefined);
}

/** The lists of codes of the contracts, by the package and the name of each: `junkan.disbursement.v1.HoldReason`. */
export function codeLists(registry: FileRegistry): ReadonlyMap<string, readonly string[]> {
  const optionOf = optionIn(registry);
  return new Map(
    [...registry.files]
      .flatMap(({ messages }) => messages.flatMap(({ fields }) => fields))
      .flatMap((field) => {
        const { name, values = [] } = optionOf(field) ?? {};
        return values.length > 0 ? [[`${packageOf(field)}.${name}`, values] as const] : [];
      }),
  );
}

/** The codes of a text field, as the options of the contracts list them; undefined where it may have any text. */
export function codesIn(registry: FileRegistry): (field: DescField) => readonly string[] | undefined {
  const optionOf = optionIn(registry);
  const lists = codeLists(registry);
  return (field) => {
    const codes = optionOf(field);
    return codes && lists.get(`${packageOf(field)}.${codes.name}`);
  };
}
