import type { FileDescriptorProto } from '@bufbuild/protobuf/wkt';

/** What the contracts say of their messages and fields in words. */
export function comments(files: readonly FileDescriptorProto[]): (typeName: string, field?: string) => string {
  const found = new Map<string, string>();
  for (const file of files)
    for (const { path, leadingComments } of file.sourceCodeInfo?.location ?? []) {
      // Paths of descriptor.proto: 4 = the messages of a file, 2 = the fields of a message.
      const [messages, index = -1, fields, field = -1] = path;
      const message = messages === 4 ? file.messageType[index] : undefined;
      if (!message || leadingComments === '' || (path.length !== 2 && !(path.length === 4 && fields === 2))) continue;
      const name = path.length === 4 ? `#${message.field[field]?.name}` : '';
      found.set(`${file.package}.${message.name}${name}`, leadingComments.trim().replaceAll(/\s*\n\s*/g, ' '));
    }
  return (typeName, field) => found.get(field === undefined ? typeName : `${typeName}#${field}`) ?? '';
}
