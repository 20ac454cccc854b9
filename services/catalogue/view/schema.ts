// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '5ff28d8e35cd004c';
