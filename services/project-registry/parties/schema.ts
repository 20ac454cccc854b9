// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '78c9f4782a3c5599';
