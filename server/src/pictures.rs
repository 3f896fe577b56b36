//! Pictures that people send: whatever they say they are, they are decoded and made anew, so that nothing remains of them but
//! what can be seen.

use std::io::Cursor;

use domain::cafe::PictureProblem;
use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

/// The longest side of what is kept, in pixels: a page of a school book can be read on it.
const LONGEST_SIDE: u32 = 1600;
/// Of a hundred; what is written in pencil can still be read.
const QUALITY: u8 = 80;

/// The longest side of what is decoded, in pixels: more than any telephone takes.
const LONGEST_DECODED: u32 = 12_000;
/// Memory that decoding one picture may take, in bytes: some 40 million pixels.
const MOST_MEMORY: u64 = 160 * 1024 * 1024;
/// Pictures that are decoded at once. The others wait; so all of them together have a bound too.
static DECODERS: Semaphore = Semaphore::const_new(2);

/// Makes a picture anew as JPEG, upright, in a size that is enough, and without whatever its camera wrote beside it.
pub async fn made_anew(sent: Vec<u8>) -> Result<Vec<u8>, PictureProblem> {
    let Ok(_permit) = DECODERS.acquire().await else {
        return Err(PictureProblem::NotAPicture);
    };
    spawn_blocking(move || encoded(&decoded(&sent)?))
        .await
        .unwrap_or(Err(PictureProblem::NotAPicture))
}

/// The kind is read from the first bytes, never from a name or from what the browser says.
fn decoded(sent: &[u8]) -> Result<DynamicImage, PictureProblem> {
    let reader = ImageReader::new(Cursor::new(sent))
        .with_guessed_format()
        .map_err(|_| PictureProblem::NotAPicture)?;
    let is_ours = matches!(
        reader.format(),
        Some(ImageFormat::Png | ImageFormat::Jpeg | ImageFormat::WebP)
    );
    if !is_ours {
        return Err(PictureProblem::NotAPicture);
    }
    let mut decoder = limited(reader).into_decoder().map_err(problem)?;
    // The reader's limits bound what a decoder takes for itself, and not the picture that it fills.
    if decoder.total_bytes() > MOST_MEMORY {
        return Err(PictureProblem::TooManyPixels);
    }
    let orientation = decoder.orientation().map_err(problem)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(problem)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

fn limited(mut reader: ImageReader<Cursor<&[u8]>>) -> ImageReader<Cursor<&[u8]>> {
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_DECODED);
    limits.max_image_height = Some(LONGEST_DECODED);
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    reader
}

fn problem(error: image::ImageError) -> PictureProblem {
    match error {
        image::ImageError::Limits(_) => PictureProblem::TooManyPixels,
        _ => PictureProblem::NotAPicture,
    }
}

/// What can be seen through shows white paper.
fn encoded(picture: &DynamicImage) -> Result<Vec<u8>, PictureProblem> {
    let is_large = picture.width().max(picture.height()) > LONGEST_SIDE;
    let small = is_large.then(|| picture.resize(LONGEST_SIDE, LONGEST_SIDE, FilterType::Triangle));
    let picture = small.as_ref().unwrap_or(picture).to_rgba8();
    let mut paper = image::RgbaImage::from_pixel(picture.width(), picture.height(), image::Rgba([255; 4]));
    image::imageops::overlay(&mut paper, &picture, 0, 0);
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, QUALITY)
        .encode_image(&DynamicImage::ImageRgba8(paper).to_rgb8())
        .map_err(problem)?;
    Ok(jpeg)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        DynamicImage::new_rgba8(width, height)
            .write_to(&mut bytes, ImageFormat::Png)
            .unwrap();
        bytes.into_inner()
    }

    /// A PNG whose head promises a size that its few bytes do not have.
    fn bomb(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = png(1, 1);
        bytes[16..20].copy_from_slice(&width.to_be_bytes());
        bytes[20..24].copy_from_slice(&height.to_be_bytes());
        let sum = crc32(&bytes[12..29]);
        bytes[29..33].copy_from_slice(&sum.to_be_bytes());
        bytes
    }

    /// The checksum of PNG (RFC 2083, section 15).
    fn crc32(bytes: &[u8]) -> u32 {
        let shifted = |sum: u32| (0..8).fold(sum, |sum, _| (sum >> 1) ^ (0xEDB8_8320 * (sum & 1)));
        !bytes.iter().fold(u32::MAX, |sum, byte| {
            (sum >> 8) ^ shifted((sum ^ u32::from(*byte)) & 0xFF)
        })
    }

    #[tokio::test]
    async fn a_picture_is_made_anew_in_a_size_that_is_enough() {
        let jpeg = made_anew(png(3200, 800)).await.unwrap();
        let picture = image::load_from_memory_with_format(&jpeg, ImageFormat::Jpeg).unwrap();
        assert_eq!((picture.width(), picture.height()), (1600, 400));
        assert_eq!(
            picture.to_rgb8().get_pixel(5, 5).0,
            [255; 3],
            "what can be seen through is white"
        );
    }

    #[tokio::test]
    async fn what_is_no_picture_is_refused_whatever_its_name() {
        let svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".to_vec();
        let script = b"#!/bin/sh\necho hej".to_vec();
        let cut_off = png(40, 40)[..60].to_vec();
        let with_script_behind = [png(4, 4), b"<script>alert(1)</script>".to_vec()].concat();
        for sent in [svg, script, cut_off, Vec::new(), b"GIF89a".to_vec()] {
            assert_eq!(made_anew(sent).await, Err(PictureProblem::NotAPicture));
        }
        let jpeg = made_anew(with_script_behind).await.unwrap();
        assert!(!jpeg.windows(8).any(|part| part == b"<script>"));
    }

    #[tokio::test]
    async fn a_bomb_is_refused_before_it_is_unpacked() {
        for (width, height) in [(100_000, 100_000), (12_000, 12_000)] {
            assert_eq!(
                made_anew(bomb(width, height)).await,
                Err(PictureProblem::TooManyPixels)
            );
        }
    }
}
