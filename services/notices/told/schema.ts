// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '4fdd2aeec2ca4b39';
