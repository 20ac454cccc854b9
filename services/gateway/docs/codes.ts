import { type DescField, type FileRegistry, getOption, hasOption } from '@bufbuild/protobuf';

/** The codes of a text field, as the options of the contracts list them; undefined where it may have any text. */
export function codesIn(registry: FileRegistry): (field: DescField) => readonly string[] | undefined {
  const extension = registry.getExtension('junkan.options.v1.codes');
  if (!extension) throw new Error('the contracts have no option for codes');
  const optionOf = (field: DescField) => (hasOption(field, extension) ? (getOption(field, extension) as unknown as Codes) : undefined);
  const packageOf = ({ parent }: DescField): string => parent.file.proto.package;
  const lists = new Map(
    [...registry.files]
      .flatMap(({ messages }) => messages.flatMap(({ fields }) => fields))
      .flatMap((field) => {
        const { name, values = [] } = optionOf(field) ?? {};
        return values.length > 0 ? [[`${packageOf(field)}.${name}`, values] as const] : [];
      }),
  );
  return (field) => {
    const codes = optionOf(field);
    return codes && lists.get(`${packageOf(field)}.${codes.name}`);
  };
}

type Codes = { readonly name: string; readonly values: readonly string[] };
