// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'db51d3c0d75b3c6f';
