import { isIPv4 } from 'node:net';
import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { FileDescriptorProtoSchema, FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';
import { ReflectionService } from '@grpc/reflection';
import { DESCRIPTORS } from '@junkan/proto/descriptors.ts';
import type { Contract } from './contract.ts';

type Package = ConstructorParameters<typeof ReflectionService>[0];

let made: readonly Buffer[] | undefined;

/** Each contract in the form the library expects, without comments and source positions, which no caller needs. Made once for all servers of a process. */
function files(): readonly Buffer[] {
  made ??= fromBinary(FileDescriptorSetSchema, Buffer.from(DESCRIPTORS, 'base64')).file.map((file) =>
    Buffer.from(toBinary(FileDescriptorProtoSchema, create(FileDescriptorProtoSchema, { ...file, sourceCodeInfo: undefined }))),
  );
  return made;
}

/** The standard reflection of the services that are served here: tools such as grpcurl learn from it what they can call, and how. */
export function reflectionOf(contracts: readonly Contract[]): ReflectionService {
  const names = contracts.flatMap((contract) => Object.values(contract).map(({ path }) => path.split('/')[1] ?? ''));
  return new ReflectionService({ contracts: { fileDescriptorProtos: files() } } as unknown as Package, { services: [...new Set(names)] });
}

/** Whether an address to listen on, host and port, is reached from this host only. */
export function isLoopback(listen: string): boolean {
  const host = listen.slice(0, listen.lastIndexOf(':'));
  return host === 'localhost' || host === '[::1]' || (isIPv4(host) && host.startsWith('127.'));
}
