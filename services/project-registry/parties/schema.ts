// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '7c6dad54bf4280eb';
