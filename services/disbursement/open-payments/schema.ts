// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '459cfff6a460d9f1';
