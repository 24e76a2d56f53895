package vn.loa.launcher;

/**
 * A bucket of an object storage that keeps the media, and who may use it. The application reads the other settings of the storage itself.
 */
record Bucket(String name, String accessKey, String secretKey) {
    @Override
    public String toString() {
        return "bucket " + name;
    }
}
