// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '11d81f55b3635ac8';
