import { createFileRegistry, getOption, hasOption } from '@bufbuild/protobuf';

export const OPTIONS = 'junkan.options.v1';

/** The contracts, and by its name what reads an option of a message, field, method or file: undefined where it is not set. */
export function contractsIn(set) {
  const registry = createFileRegistry(set);
  const option = (name) => {
    const extension = registry.getExtension(`${OPTIONS}.${name}`);
    return (desc) => (hasOption(desc, extension) ? getOption(desc, extension) : undefined);
  };
  return { registry, option };
}
