/**
 * A web crawler on an event loop, twice: {@link dev.unclog.crawler.BlockingCrawler} waits for each
 * page on the loop, {@link dev.unclog.crawler.CooperativeCrawler} does not. Both have a {@code
 * main}. {@link dev.unclog.crawler.Crawl} sets either to work.
 */
package dev.unclog.crawler;
