// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'a200044001b0e89a';
