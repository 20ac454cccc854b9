// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '74f235a765ad5cd3';
