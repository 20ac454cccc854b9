// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '7e02d529105587ea';
