// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '99ca8f0d51a78dcb';
