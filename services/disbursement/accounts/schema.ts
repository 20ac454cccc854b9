// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '057cf0f66f05bd8a';
