/** The least share of golden questions answered right. It only rises. */
export const BAR = 1;
