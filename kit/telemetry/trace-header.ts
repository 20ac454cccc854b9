/** The header of W3C Trace Context, in gRPC metadata as in HTTP. */
export const TRACE_HEADER = 'traceparent';
