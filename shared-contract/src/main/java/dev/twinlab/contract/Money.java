package dev.twinlab.contract;

/**
 * An amount of money.
 *
 * @param amountMinor integer minor units (cents for EUR), never negative
 * @param currency ISO 4217 alphabetic code
 */
public record Money(long amountMinor, String currency) {}
