// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '5817a90a80fdfe9f';
