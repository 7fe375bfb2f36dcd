import { type CSSProperties, forwardRef, type ReactNode, type Ref } from 'react'
import { toHtml } from './props'

type Props = Record<string, unknown> & { children?: ReactNode; className?: string; style?: CSSProperties }

export const View = forwardRef<HTMLDivElement, Props>((props, ref) => <div {...toHtml(props)} ref={ref} />)

export const Text = forwardRef<HTMLSpanElement, Props>(({ userSelect, selectable, decode, space, ...rest }, ref) => (
  <span {...toHtml(rest)} ref={ref} />
))

export const Button = forwardRef<HTMLButtonElement, Props>(
  ({ type, size, plain, loading, formType, className = '', ...rest }, ref) => (
    <button
      {...toHtml(rest)}
      className={`html-button ${className}`}
      type={formType === 'submit' ? 'submit' : 'button'}
      ref={ref}
    />
  ),
)

export const Label = forwardRef(({ for: target, ...rest }: Props & { for?: string }, ref: Ref<HTMLLabelElement>) => (
  // biome-ignore lint/a11y/noLabelWithoutControl: the caller names the control
  <label {...toHtml(rest)} htmlFor={target} ref={ref} />
))

const fits: Record<string, CSSProperties> = {
  aspectFill: { objectFit: 'cover' },
  aspectFit: { objectFit: 'contain' },
  widthFix: { height: 'auto' },
}

type ImageProps = Props & { src?: string; mode?: string; lazyLoad?: boolean; alt?: string }

export const Image = forwardRef(
  (
    { src, mode = '', lazyLoad, alt, style, showMenuByLongpress, webp, ...rest }: ImageProps,
    ref: Ref<HTMLImageElement>,
  ) => (
    <img
      {...toHtml(rest)}
      src={src}
      alt={alt ?? String(rest['aria-label'] ?? rest.ariaLabel ?? '')}
      loading={lazyLoad ? 'lazy' : undefined}
      style={{ ...fits[mode], ...style }}
      ref={ref}
    />
  ),
)
