// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'a04e1e32d9594ffa';
